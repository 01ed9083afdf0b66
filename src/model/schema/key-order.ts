import type { z } from 'zod';

/**
 * The keys of a schema in their order, none with a value. Spread at the start of an object, it gives the object that
 * order, and every object the same one: files are written in it, and engines are faster with it.
 */
export function inKeyOrder({ shape }: z.ZodObject): object {
  return Object.fromEntries(Object.keys(shape).map((key) => [key, undefined]));
}
