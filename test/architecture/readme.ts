import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-files.ts';

export const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

const fenced = /^```(\w*)\n([\s\S]*?)^```$/gmu;

/** Code spans of the README, fenced blocks left out. */
export const codeSpans = [...readme.replace(fenced, '').matchAll(/`([^`\n]+)`/gu)].map((match) => match[1] ?? '');

/** Everything the README tells to type, once each: the lines of its blocks, and its code spans that begin by a program. */
export const commands: readonly string[] = [
  ...new Set([
    ...[...readme.matchAll(fenced)].flatMap((match) => (match[2] ?? '').split('\n')),
    ...codeSpans.filter((span) => /^(?:npm|npx|node|git|sh|bash|apt(?:-get)?)\s/u.test(span)),
  ]),
]
  .map((line) => line.trim())
  // `npm start --` alone names the command the options belong to.
  .filter((line) => line !== '' && !line.startsWith('#') && !line.endsWith(' --'));
