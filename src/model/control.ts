/*
 * Characters that show nothing and change what is around them. Unicode's class Cc holds all control characters: C0, DEL
 * and C1. Whoever replaces some of them builds on these.
 */

/** A control character other than a tab, a line feed or a carriage return. */
export const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** A carriage return that no line feed follows: some readers end the line there, and others read on. */
export const LONE_RETURN = /\r(?!\n)/;

/** What steers a terminal or turns the direction of writing: control characters, line separators, marks of direction. */
export const STEERING = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
