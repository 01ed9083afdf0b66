/** Statuses of requests that may succeed when they are repeated later. */
const PASSING = ['408', '425', '429'];

/** The status that a link carries in its fragment, as `#status=503`, and how to treat an unknown code that came with it. */
export function familyAsked(
  fragment: string,
): { status: string; family: '4xx' | '5xx' | 'passing' | 'other' } | undefined {
  const params = new URLSearchParams(fragment.replace(/^#/, '').slice(0, 64 * 1024));
  const status = params.get('status') ?? params.get('statusCode') ?? '';
  if (!/^[1-9]\d\d$/.test(status)) return undefined;
  if (PASSING.includes(status)) return { status, family: 'passing' };
  const family = status.startsWith('4') ? '4xx' : status.startsWith('5') ? '5xx' : 'other';
  return { status, family };
}
