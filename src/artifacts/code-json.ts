import { codeFilePath } from '../model/addresses.ts';
import { type CodeArtifact, jsonText } from './artifact.ts';
import { codeValue } from './errors-json.ts';

/** One code, in the same words as in `errors.json`. */
export const codeJson: CodeArtifact = {
  id: 'code-json',
  pathOf: ({ code }) => codeFilePath(code, 'json'),
  mediaType: 'application/json',
  summary: 'The whole entry of one code, as JSON.',
  makeFor: (api, code, links, alias) =>
    jsonText({
      format: 'errorbook/1',
      api: { id: api.id, title: api.title },
      ...(alias && { alias: alias.code }),
      ...codeValue(api, code, links),
    }),
};
