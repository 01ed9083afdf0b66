import { familyOf, isTransient } from '../../browser.ts';

/** The status that a link carries in its fragment, as `#status=503`, and how to treat an unknown code that came with it. */
export function familyAsked(
  fragment: string,
): { status: string; family: '4xx' | '5xx' | 'passing' | 'other' } | undefined {
  const params = new URLSearchParams(fragment.replace(/^#/, '').slice(0, 64 * 1024));
  const status = params.get('status') ?? params.get('statusCode') ?? '';
  if (!/^[1-9]\d\d$/.test(status)) return undefined;
  const family = familyOf(Number(status));
  if (family === '4xx' && isTransient(Number(status))) return { status, family: 'passing' };
  return { status, family: family === '4xx' || family === '5xx' ? family : 'other' };
}
