import type { ApiDraft, Explanation, Finding, Place } from '../../../load/index.ts';
import { addressIn, codePath, domainPath, guidePath } from '../../../model/addresses.ts';
import type { Change } from '../../../model/change.ts';
import { approve } from '../../approve.ts';
import { type ChangeKey, covers } from '../../key.ts';
import { type Gone, goneFrom } from '../gone.ts';
import type { ReleaseRule } from '../rule.ts';

export const releasedCode: ReleaseRule = {
  id: 'released-code',
  level: 'error',
  summary: 'A released code, domain or guide keeps its address: codes are retired, never deleted.',
  check(facts, today) {
    const { draft: api, approvals } = facts;
    const { state, releases } = facts.history();
    if (!state || api.damaged) return [];
    const gone = goneFrom(state, api);
    if (gone.length === 0 && state.id === api.id) return [];
    const changes = facts.changes() ?? [];
    const { approved } = approve(changes, approvals, today ?? '');
    const last = releases.at(-1)?.name ?? '';
    const findings = gone.flatMap((it) => {
      const change = changes.find((found) => keysOf(it, api.id, state.id).some((key) => covers(key, found)));
      return change && approved.has(change)
        ? []
        : [{ at: placeFor(api, it), ...wordsFor(it, last, change, today, api) }];
    });
    const moved = changes.find(({ rule }) => rule === 'api-renamed');
    if (state.id === api.id || (moved && approved.has(moved))) return findings;
    return [movedFinding(api, state.id, last), ...findings];
  },
};

/** The rules that say of a code that it is gone. */
const GONE = ['code-removed', 'code-renamed', 'code-respelled', 'made-internal'];

/** The changes that would say that something is gone; `released` is the id that the API had in its last release. */
function keysOf(gone: Gone, api: string, released: string): ChangeKey[] {
  if (gone.kind === 'code') return GONE.map((rule) => ({ rule, api, code: gone.code }));
  const code = gone.kind === 'alias' ? gone.code : undefined;
  return [{ rule: 'address-removed', api, code, part: addressIn(released, pathOf(gone)) }];
}

function pathOf(gone: Exclude<Gone, { kind: 'code' }>): string {
  if (gone.kind === 'alias') return codePath(gone.alias);
  return gone.kind === 'domain' ? domainPath(gone.alias ?? gone.domain) : guidePath(gone.alias ?? gone.guide);
}

/** Where it should stand: in its domain's file, where that is still there. */
function placeFor(api: ApiDraft, gone: Gone): Place {
  const domain = gone.kind === 'guide' ? undefined : api.domains.find(({ id }) => id === gone.domain);
  if (domain) return { document: domain.document, path: ['codes'], part: 'key' };
  return { document: api.document, path: ['domains'], part: 'key' };
}

function wordsFor(
  gone: Gone,
  last: string,
  change: Change | undefined,
  today: string | undefined,
  api: ApiDraft,
): Explanation {
  const { message, fix } = wordsOf(gone, last, change?.codeAfter, today);
  return { message, fix: change ? `${fix} To remove it on purpose: ${approvalOf(change, api)}` : fix };
}

/** The approval that a change would need, to be pasted. */
function approvalOf({ rule, code, part }: Change, api: ApiDraft): string {
  const keys = Object.entries({
    rule,
    code,
    part: code === undefined || rule === 'address-removed' ? part : undefined,
  });
  const written = keys.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${scalar(value)}`]));
  // not in backticks, for a long name in them is cut off
  return `approve { ${written.join(', ')}, reason: …, until: … } in \`${api.id}/approvals.yaml\`.`;
}

function wordsOf(gone: Gone, last: string, successor: string | undefined, today: string | undefined): Explanation {
  if (gone.kind === 'domain' && gone.alias !== undefined) {
    return {
      message: `The address of \`${gone.alias}\`, which led to the domain \`${gone.domain}\`, was released with \`${last}\` and is gone.`,
      fix: `Restore ${aliases(gone.alias)} in the file of the domain.`,
    };
  }
  if (gone.kind === 'domain') {
    return {
      message: `The domain \`${gone.domain}\` was released with \`${last}\`, but its page is gone, so links to it lead nowhere.`,
      fix: `Keep the file \`${gone.domain}\` with at least one code in it; its title may change. Or write ${aliases(gone.domain)} in the file of the domain that has its codes now.`,
    };
  }
  if (gone.kind === 'guide' && gone.alias !== undefined) {
    return {
      message: `The address of \`${gone.alias}\`, which led to the guide \`${gone.guide}\`, was released with \`${last}\` and is gone.`,
      fix: `Restore ${aliases(gone.alias)} in the front matter of the guide.`,
    };
  }
  if (gone.kind === 'guide') {
    return {
      message: `The guide \`${gone.guide}\` was released with \`${last}\`, but its page is gone, so links to it lead nowhere.`,
      fix: `Keep \`guides/${gone.guide}.mdx\`, and link from it to the guide that replaces it. Or write ${aliases(gone.guide)} in the front matter of the guide that has its text now.`,
    };
  }
  if (gone.kind === 'alias') {
    return {
      message: `The alias \`${gone.alias}\` of \`${gone.code}\` was released with \`${last}\`, but its address is gone, so links to it lead nowhere.`,
      fix: `Restore ${aliases(gone.alias)} at \`${gone.code}\`.`,
    };
  }
  const retired = `\`retired: { ${today ? `since: "${today}", ` : ''}reason: Why it is no longer sent. }\``;
  if (gone.internal) {
    return {
      message: `\`${gone.code}\` was released with \`${last}\` and is now internal, so its page is gone.`,
      fix: `Make it public again; if it is no longer sent, give it ${retired}.`,
    };
  }
  if (successor !== undefined) {
    return {
      message: `\`${gone.code}\` was released with \`${last}\`, and seems to have been renamed to \`${successor}\`, so links to it lead nowhere.`,
      fix: `Restore \`${gone.code}\` with \`deprecated: { replacedBy: ${scalar(successor)} }\`; if it was never sent, ${aliases(gone.code)} at \`${successor}\` keeps its address.`,
    };
  }
  return {
    message: `\`${gone.code}\` was released with \`${last}\` but is missing here, so links to it lead nowhere. Retire codes, don't delete them.`,
    fix: `Restore its entry with ${retired}; its page stays for old logs.`,
  };
}

function aliases(code: string): string {
  return `\`aliases: [${scalar(code)}]\``;
}

/** A text as YAML and JSON both read it; plain where no reader takes it for something else. */
function scalar(text: string): string {
  return /^[A-Za-z/][\w/-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function movedFinding(api: ApiDraft, before: string, last: string): Finding {
  return {
    at: { document: api.document, range: [0, 0] },
    message: `This API was released as \`${before}\` with \`${last}\`, so all its addresses have changed.`,
    fix: `Rename the folder back to \`${before}\`, or approve \`api-renamed\` in \`${api.id}/approvals.yaml\`. If this is a copy, delete its \`releases\`.`,
  };
}
