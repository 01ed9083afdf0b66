/** A phrase that prose should not hold. */
export interface Phrase {
  /** What to look for, as the source of a regular expression; case is ignored, and a space matches any white space. */
  find: string;
  /** What to write instead, with `$1` for a group of `find`; empty where the phrase can be left out. */
  write: string;
  /** Why, as a clause that follows the phrase. */
  why: string;
}

const REASONS = {
  idiom: "it isn't idiomatic English, so readers stop at it",
  wordy: 'it adds words and no information',
  policy: 'a retry policy has one name on every page',
  spelling: 'it is British, and the pages use American spelling, as code does',
} as const;

/** Stems of verbs in `-ize`, which British English may spell with an s. */
const IZE =
  'author|categor|custom|final|general|initial|local|maxim|memor|minim|normal|optim|organ|parallel|priorit|random|real|recogn|sanit|serial|special|standard|summar|synchron|token|util|virtual|visual';

const phrases = (reason: keyof typeof REASONS, table: Readonly<Record<string, string>>): Phrase[] =>
  Object.entries(table).map(([find, write]) => ({ find, write, why: REASONS[reason] }));

/** The one vocabulary, for the registries of teams that ask for it and for every text of this project. */
export const VOCABULARY: readonly Phrase[] = [
  ...phrases('idiom', {
    'mend(?:s|ed|ing)?': 'fix',
    anew: 'again',
    'parted by': 'separated by',
    'told apart by|(?:is|are) told by (?:its|their)': 'identified by',
    'turned (?:down|away)': 'rejected',
    'refused at the door': 'rejected',
    'answers?(?: with)?(?=\\s*(?:`|[1-5](?:\\d\\d|xx)\\b))': 'returns',
    'answer with': 'return',
    '(here|there) stands': '$1 is',
    'stands? (in|at|under|beside|there|here|once|twice)': 'is $1',
    'stood (in|at|under|there|here)': 'was $1',
    '(?<!there )(?:is|are) no (alias|API|array|error|object)(?:e?s)?': 'is not an $1',
    '(?<!there )(?:is|are) no (character|code|component|domain|key|letter|list|page|picture|release|status|text|word)(?:e?s)?':
      'is not a $1',
    '(?<!there )(?:is|are) no (HTTP|JSON|MDX|Markdown|YAML)': 'is not $1',
    'something else than': 'something other than',
    'comes? into question': 'be eligible',
    'nobody (?:has )?told': 'is not known',
    '(?<=, )for (it|they|he|she|we|nobody|no one|there)(?! to)': 'because $1',
    'the (?:day|moment) (?:on|at) which': 'when',
    '(spelled|spelt|counted|written|named|sorted) otherwise': '$1 differently',
    '(tak)(?:e|es|ing|en) (it|them|this|this one|these|the \\w+) away': 'remove $2',
    'in silence': 'silently',
    remarks: 'comments',
    remark: 'comment',
    'remed(?:y|ies)': 'remediation',
    'control signs?': 'control character',
    '(?:its|their|the page.s|Markdown|JSON) twins?': 'Markdown or JSON version',
    'heirs?': 'replacement',
    'farewells?': 'end of life',
    'henceforth|hereafter|hitherto': 'from now on',
    hereby: '',
    thereof: 'of it',
    '(?:t)?herein': 'in it',
    wherein: 'in which',
    lest: 'so that … not',
    'of its own accord': 'by itself',
    'on (?:its|their) way out': 'deprecated',
    '(is|are) passed over': '$1 ignored',
    'as it stands': 'as it is',
    'as they stand': 'as they are',
  }),
  ...phrases('wordy', {
    'in order to': 'to',
    'please (?:note|be aware|be advised)(?: that)?': '',
    'it (?:is important to|should be|must be) noted?(?: that)?': '',
    '(?:due to|because of|owing to) the fact that': 'because',
    '(?:despite|in spite of) the fact that': 'although',
    'in the event (?:that|of)': 'if',
    'at (?:this|that) point in time': 'now',
    'until such time as': 'until',
    'prior to': 'before',
    'subsequent to': 'after',
    'for the purpose of': 'for',
    '(?:is|are) able to': 'can',
    'ha(?:s|ve) the ability to': 'can',
    '(?:with|in) regards? to': 'about',
    'on a regular basis': 'regularly',
    'in the process of': '',
    'utiliz(e|es|ed|ing)': 'us$1',
  }),
  ...phrases('policy', {
    'growing (?:pauses|delays|waits)|increasing (?:pauses|delays|waits)': 'exponential backoff',
    '(?:repeat|retry) with backoff and jitter': 'retry with exponential backoff and jitter',
    'repeat(?:s|ing|ed)? (?:the|this|that|a|your|its) (?:same )?(request|call)': 'retry the $1',
    'safe to repeat': 'safe to retry',
    '(?:re-fetch|refetch) and (?:then )?(?:retry|repeat)': 'refetch, then retry',
    're-?try after (?:a|the) (?:pause|break)': 'retry after the delay',
  }),
  ...phrases('spelling', {
    '((?:dis|mis|un)?(?:behavi|col|fav|flav|hon|lab|neighb))our(\\w*)': '$1or$2',
    '(cancel|label|model|signal|travel|channel)l(ed|ing)': '$1$2',
    [`(${IZE})is(e|es|ed|ing|er|ers|ation|ations)`]: '$1iz$2',
    '(anal|catal|paral)ys(e|ed|ing)': '$1yz$2',
    '(cata|ana)logue(s?)': '$1log$2',
    '(cent)re(s?)': '$1er$2',
    '(defen|licen|offen)ce(s?)': '$1se$2',
    '(fulfil|enrol|instal)(s?)': '$1l$2',
    artefact: 'artifact',
    artefacts: 'artifacts',
    'grey(s?)': 'gray$1',
    learnt: 'learned',
    '(mis)?spelt': '$1spelled',
    'any more(?=[.,;:)]|$)': 'anymore',
    'programme(s?)': 'program$1',
    towards: 'toward',
    whilst: 'while',
    amongst: 'among',
  }),
];
