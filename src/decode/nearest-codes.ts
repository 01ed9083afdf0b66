import { editDistance } from '../model/edit-distance.ts';
import { foldCode } from '../model/fold.ts';
import type { DecodeApi, DecodeCode } from './index-format.ts';

const LONGEST = 80;

/** The entries whose codes are spelled most like a code, nearest first; none where nothing is near. */
export function nearestCodes(
  code: string,
  apis: readonly DecodeApi[],
  most = 3,
): { api: DecodeApi; entry: DecodeCode }[] {
  const wanted = foldCode(code);
  if (wanted.length === 0 || wanted.length > LONGEST) return [];
  const least = Math.max(1, Math.floor(wanted.length / 3));
  const near: { api: DecodeApi; entry: DecodeCode; distance: number }[] = [];
  for (const api of apis) {
    for (const entry of api.codes) {
      const names = [entry.code, ...(entry.sent ? [entry.sent.code] : [])].map(foldCode);
      const others = names.filter((other) => Math.abs(other.length - wanted.length) <= least);
      const distance = others.reduce((nearest, other) => Math.min(nearest, editDistance(wanted, other)), least + 1);
      if (distance <= least) near.push({ api, entry, distance });
    }
  }
  return near.sort((a, b) => a.distance - b.distance).slice(0, most);
}
