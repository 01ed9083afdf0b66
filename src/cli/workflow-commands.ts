import type { Command } from './command.ts';
import { comment } from './comment.ts';
import { publish } from './publish.ts';
import { pullRequest } from './pull-request.ts';
import { sweep } from './sweep.ts';

/**
 * The commands that workflows run with a token that may write. They load no package, so those jobs need no
 * `npm ci`, and no code of others runs beside that token.
 */
export const workflowCommands: Record<string, Command> = { publish, sweep, comment, 'pull-request': pullRequest };
