import type { Explanation } from '../../browser.ts';
import { element } from '../element.ts';
import { safeId, supportText } from '../support.ts';
import { copyText } from './copy-text.ts';
import { button, link } from './element.ts';
import type { ScriptTexts } from './view-texts.ts';

/** Where the API helps, and a button that copies what its support needs. */
export function supportView(it: Explanation, { support: t, ...texts }: ScriptTexts): HTMLElement {
  const { url, email, status } = it.api.support ?? {};
  const label = t.copy;
  const copy = button(label, async () => {
    const done = await copyText(textOf(it, t.labels));
    copy.textContent = done ? texts.done : texts.failedCopy;
    setTimeout(() => {
      copy.textContent = label;
    }, 2000);
  });
  return element(
    'div',
    { className: 'support' },
    url !== undefined && link(url, t.contact),
    email !== undefined && link(`mailto:${email}`, t.email),
    status !== undefined && link(status, t.serviceStatus),
    copy,
  );
}

function textOf({ api, entry, code, status, values }: Explanation, labels: string): string {
  const id = values.find(({ role }) => role === 'requestId') ?? values.find(isRequestHeader);
  return supportText(labels, {
    code: entry?.code ?? safeId(code),
    api: api.title,
    status: status?.value ?? entry?.statuses[0]?.status,
    requestId: id?.value,
    page: location.origin + (entry?.href ?? api.href),
  });
}

function isRequestHeader({ name, role }: Explanation['values'][number]): boolean {
  return role === 'header' && /(?:request|correlation|trace)-?id$/i.test(name);
}
