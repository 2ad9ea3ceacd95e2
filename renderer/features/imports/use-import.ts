import { useState } from 'react';
import { defaultImportChoices } from '#shared/contract/imports.ts';
import { call, useRead } from '../../api/queries.ts';
import { useCourse, whileRunning } from '../../app/import-course/use-course.ts';
import type { Choices, Status } from './check-step.tsx';
import { firstMapping, missingInMapping, sentMapping, type Analysis, type MappedColumn } from './columns-step.tsx';

/** The import of one list, from the file to its end. Nothing is created before `start`. */
export function useImport() {
  const [mapping, setMapping] = useState<MappedColumn[]>([]);
  const [choices, setChoices] = useState<Choices>(defaultImportChoices);
  const status = useRead('imports', 'status', {}, whileRunning).data ?? null;
  const course = useCourse<Status, Analysis>('imports', status);
  const { analysis, id } = course;
  const counts = course.current?.counts;
  return {
    ...course,
    mapping,
    setMapping,
    choices,
    missing: analysis === null ? [] : missingInMapping(analysis, mapping),
    /** Files the import would create, once checked. */
    total: counts == null ? 0 : counts.new + counts.toCorrect + counts.possible,
    read(found: Analysis) {
      course.read(found);
      setMapping(firstMapping(found));
    },
    check: (chosen: Choices = choices) =>
      course.attempt(async () => {
        if (analysis === null) return;
        await call('imports', 'check', { id: analysis.id, mapping: sentMapping(mapping), choices: chosen });
        setChoices(chosen);
        course.follow();
      }),
    start: () => course.attempt(() => call('imports', 'start', { id })),
    stop: () => course.attempt(() => call('imports', 'stop', { id })),
  };
}

export type ImportCourse = ReturnType<typeof useImport>;
