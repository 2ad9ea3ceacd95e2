import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

export interface LaunchFlags {
  readonly browser: boolean;
  readonly demo: boolean;
  readonly open: boolean;
  /** Undefined: a free port chosen by the system, or the one the host prefers. */
  readonly port: number | undefined;
  readonly data: string | undefined;
}

export type FlagsResult = { readonly flags: LaunchFlags } | { readonly refusal: string } | { readonly help: true };

export const USAGE = `Usage : npm start -- [options]
  --browser    ouvre dans le navigateur, sans fenêtre Electron
  --port N     port local du navigateur (1 à 65535)
  --data DIR   dossier des données du cabinet
  --demo       cabinet de démonstration, aux personnes inventées
  --no-open    n’ouvre pas le navigateur
  --help       affiche cette aide`;

const OPTIONS = {
  browser: { type: 'boolean', default: false },
  demo: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  port: { type: 'string' },
  data: { type: 'string' },
} as const;

function refusalOf(args: readonly string[]): string | undefined {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') return `Argument inattendu : ${token.value}.`;
    if (token.kind !== 'option') continue;
    const known = Object.entries(OPTIONS).find(([name]) => name === token.name && token.rawName.startsWith('--'));
    if (!known) return `Option inconnue : ${token.rawName}.`;
    if (known[1].type === 'string' && !token.value) return `L’option --${token.name} demande une valeur.`;
    if (known[1].type === 'boolean' && token.value !== undefined)
      return `L’option --${token.name} ne prend pas de valeur.`;
  }
  return undefined;
}

/** Reads the launcher's arguments; anything not understood is refused in words, never ignored. */
export function readFlags(args: readonly string[], from: string): FlagsResult {
  const refusal = refusalOf(args);
  if (refusal !== undefined) return { refusal };
  const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: false });
  if (values.help === true) return { help: true };
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65_535)) {
    return { refusal: `Port invalide : ${values.port} (un nombre de 1 à 65535 est attendu).` };
  }
  return {
    flags: {
      browser: values.browser === true,
      demo: values.demo === true,
      open: values['no-open'] !== true,
      port,
      data: typeof values.data === 'string' ? resolve(from, values.data) : undefined,
    },
  };
}
