import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, type Packed } from '../package/install.ts';
import { node, type Running } from './command.ts';
import { GROWN } from './registry.ts';
