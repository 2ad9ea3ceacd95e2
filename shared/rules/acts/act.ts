import { frenchTypography } from '#shared/kernel/format.ts';
import { parameter, type Confidence, type Parameter } from '../kernel/index.ts';
import { CHECKED_ON, cite, type ActSource } from './sources.ts';
import type { ActCondition, ActFamily, ActVerdict } from './types.ts';

export interface Act {
  readonly family: ActFamily;
  readonly title: string;
  readonly verdict: Parameter<ActVerdict>;
  readonly conditions: readonly ActCondition[];
  /** The sentence of the text, in plain French. */
  readonly text: string;
  /** What the assistant may do instead. */
  readonly prepare: string | null;
}

interface Written {
  readonly title: string;
  readonly text: string;
  readonly conditions?: readonly ActCondition[];
  readonly prepare?: string;
  readonly confidence: Confidence;
  readonly sources: readonly [ActSource, ...ActSource[]];
}

/** Writes one act of the catalogue; its parameter is `acts.<name>`. */
export function act(family: ActFamily, verdict: ActVerdict, name: string, written: Written): Act {
  const [first, ...others] = written.sources;
  const title = frenchTypography(written.title);
  return {
    family,
    title,
    verdict: parameter<ActVerdict>({
      id: `acts.${name}`,
      label: title,
      unit: 'verdict',
      checkedOn: CHECKED_ON,
      values: [{ from: null, value: verdict, sources: cite(first, ...others), confidence: written.confidence }],
    }),
    conditions: written.conditions ?? [],
    text: frenchTypography(written.text),
    prepare: written.prepare === undefined ? null : frenchTypography(written.prepare),
  };
}
