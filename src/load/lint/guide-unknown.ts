import { GUIDE_COMPONENTS } from '../../model/guide.ts';
import { nearest } from '../../model/nearest.ts';
import type { Finding } from '../rule.ts';
import type { Place } from '../source/document.ts';

/** A component that guides don't have. */
export function unknownComponent(name: string, at: Place): Finding {
  const meant = nearest(name, Object.keys(GUIDE_COMPONENTS));
  return {
    at,
    message: `\`<${name}>\` is not a component for guides, and guides can't contain HTML.`,
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
    message: `\`<${name}>\` has no attribute \`${attribute}\`.`,
    fix: meant
      ? `Did you mean \`${meant}\`?`
      : takes.length > 0
        ? `It takes: ${takes.join(', ')}.`
        : 'Remove it; this component has no attributes.',
  };
}
