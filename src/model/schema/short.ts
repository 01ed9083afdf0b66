import { z } from 'zod';

/**
 * A value that a file may hold in a short form, which `short` expands, or in its long form; once read, it has the long
 * one, which `meaning` describes. As JSON Schema, what goes in has both forms, and what comes out the long one alone.
 */
export function shortOr<Value>(short: z.ZodType<NoInfer<Value>>, long: z.ZodType<Value, Value>, meaning?: string) {
  return z.union([short, long]).pipe(meaning === undefined ? long : long.meta({ description: meaning }));
}
