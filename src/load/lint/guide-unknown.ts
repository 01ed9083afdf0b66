import { GUIDE_COMPONENTS } from '../../model/guide.ts';
import { nearest } from '../../model/nearest.ts';
import type { Finding } from '../rule.ts';
import type { Place } from '../source/document.ts';

/** A component that guides don't have. */
export function unknownComponent(name: string, at: Place): Finding {
  const meant = nearest(name, Object.keys(GUIDE_COMPONENTS));
  return {
    at,
    message: `\`<${name}>\` is no component that a guide may use; HTML is not part of guides.`,
    fix: meant
      ? `Did you mean \`<${meant} />\`?`
      : `Use Markdown, or one of: ${Object.keys(GUIDE_COMPONENTS).join(', ')}.`,
  };
}

/** An attribute that a component doesn't have; `takes` are those that it has. */
export function unknownAttribute(name: string, attribute: string, takes: string[], at: Place): Finding {
  const meant = nearest(attribute, takes);
  return {
    at,
    message: `\`<${name}>\` takes no attribute \`${attribute}\`.`,
    fix: meant
      ? `Did you mean \`${meant}\`?`
      : takes.length > 0
        ? `It takes: ${takes.join(', ')}.`
        : 'It takes none; take this one away.',
  };
}
