import type { Command } from './commands.ts';
export const bench: Command = { summary: '', options: {}, run: async () => 0 };
