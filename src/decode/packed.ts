import { codePath } from '../model/addresses.ts';
import type { DecodeApi, DecodeCode } from './index-format.ts';

/**
 * An API as its file has it: its codes as a column for each of their fields, with null where a code has none. Like values beside each
 * other compress to two thirds of what codes in rows do. An address that follows from the code is left out.
 */
export interface PackedApi extends Omit<DecodeApi, 'codes'> {
  codes: Record<string, unknown[]>;
}

/** An API for its file. */
export function packed(api: DecodeApi): PackedApi {
  const rows = api.codes.map((code) => ({ ...code, href: code.href === hrefOf(api, code) ? undefined : code.href }));
  const columns = new Map<string, unknown[]>();
  for (const [at, row] of rows.entries()) {
    for (const [field, value] of Object.entries(row)) {
      if (value === undefined) continue;
      const column = columns.get(field) ?? rows.map(() => null);
      column[at] = value;
      columns.set(field, column);
    }
  }
  return { ...api, codes: Object.fromEntries(columns) };
}

/** What was {@link packed}. */
export function unpacked({ codes, ...api }: PackedApi): DecodeApi {
  const columns = Object.entries(codes);
  const rows = (codes.code ?? []).map((_, at) => {
    const fields = columns.map(([field, column]) => [field, column[at]] as const).filter(([, value]) => value !== null);
    const code = Object.fromEntries(fields) as Omit<DecodeCode, 'href'> & Partial<DecodeCode>;
    return { href: hrefOf(api, code), ...code };
  });
  return { ...api, codes: rows };
}

function hrefOf({ href }: Pick<DecodeApi, 'href'>, code: Pick<DecodeCode, 'code'>): string {
  return href + codePath(code.code);
}
