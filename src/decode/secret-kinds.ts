/** What can be removed from a text before it goes into a link. */
export type SecretKind = 'token' | 'cookie' | 'key' | 'password' | 'email' | 'random';

/** What is put in the place of a secret, by its kind. */
export const PLACEHOLDERS: Record<SecretKind, string> = {
  token: '[token removed]',
  cookie: '[cookie removed]',
  key: '[key removed]',
  password: '[password removed]',
  email: '[email removed]',
  random: '[random string removed]',
};

/** Names of headers, JSON members and query parameters, in lower case and without `-` and `_`. */
const NAMES: [SecretKind, RegExp][] = [
  ['cookie', /cookies?2?$/],
  ['token', /(?:authorization|tokens?|jwt|bearer|assertion|^x?auth|^(?:php|j)?sess(?:ion)?id|^(?:connect)?sid)$/],
  ['password', /(?:password|passwd|pwd|passphrase|^pass|^pin|^otp)$/],
  ['key', /(?:(?:api|access|app|auth|secret|private|subscription|signing|master|functions)key(?:id)?|^key)s?$/],
  ['key', /(?:secret|credential|signature)s?(?:value)?$|^sig$/],
];

/** The kind of secret that a name announces; undefined for any other name. */
export function kindOfName(name: string): SecretKind | undefined {
  const folded = name.toLowerCase().replace(/[-_]/g, '');
  return NAMES.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** Secrets by their shape alone; what the first group holds stays. All are bounded, so that no text takes long. */
export const SHAPES: [SecretKind, RegExp][] = [
  ['password', /(:\/\/)[^\s/@"'<>]{1,300}(?=@)/g],
  ['token', /(?<![\w-])eyJ[\w-]{4,}\.[\w-]{4,}(?:\.[\w-]*){0,3}/g],
  [
    'token',
    /\b(bearer(?:\s{1,3}|%20|\+))(?!(?:tokens?|auth\w*|realm|scheme|header|credentials?|access|is|was|in|or|and|must|not)\b)[\w.~+/=-]{3,}/gi,
  ],
  ['token', /\b((?:[Bb]asic|[Nn]egotiate)\s{1,3})(?=[\w+/]{0,400}(?:[a-z][A-Z]|\d|=))[\w+/=]{8,}/g],
  [
    'key',
    /(?<![\w-])(?:[sprw]k[_-]|[a-z]{2,9}_(?:live|test)_|gh[a-z]_|github_pat_|glpat-|xox[a-z]-|whsec_|AKIA|ASIA|AIza|ya29\.|SG\.)[\w.-]{4,}/g,
  ],
  ['email', /(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.+'-]{1,64}(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu],
];

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i;

/** What may be a random string; longer than any word. */
export const RUN = /[\w+~-]{20,}={0,2}/g;

/**
 * Whether a {@link RUN} is random: a UUID, a part of 40 characters and more, or one of 16 and more in which letters, capitals and
 * digits change places more often than in words. From a capital to a small letter is no such change: words start like that.
 */
export function isRandom(run: string): boolean {
  if (UUID.test(run)) return true;
  return run.split(/[-_=~]/).some((part) => {
    const changes = part.match(/[a-z](?=[A-Z\d])|[A-Z](?=\d)|\d(?=[a-zA-Z])/g)?.length ?? 0;
    return part.length >= 40 || (part.length >= 16 && changes >= part.length / 4);
  });
}
