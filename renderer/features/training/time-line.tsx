import { useLayoutEffect, useRef, useState } from 'react';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { classes } from '../../ui/index.ts';
import { placed, shareOf, timeLineWords, type PlacedPoint, type TimeLineModel } from './time-line-model.ts';
import styles from './time-line.module.css';

const LEVEL = 36;
const STEM = 12;
/** Room of the « aujourd’hui » tag, under the line. */
const TODAY = 22;

/** From the hire to the last date: circles happen, diamonds are owed. Read out as sentences. */
export function TimeLine({ model, today }: { model: TimeLineModel; today: Day }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(900);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? element.clientWidth));
    setWidth(element.clientWidth);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const above = placed(model, 'circle', width);
  const below = placed(model, 'diamond', width);
  const depth = (points: readonly PlacedPoint[]) => Math.max(0, ...points.map(({ level }) => level + 1)) * LEVEL;
  const top = depth(above) + STEM;
  const now = shareOf(model, today);
  return (
    <div className={styles['frame']}>
      <div
        ref={box}
        role="img"
        aria-label={timeLineWords(model, today)}
        className={styles['line']}
        style={{ height: top + STEM + TODAY + depth(below) }}
      >
        <span className={styles['track']} style={{ top }} />
        <span className={styles['done']} style={{ top, width: `${now * 100}%` }} />
        {above.map((point) => (
          <Mark key={`${point.label} ${point.day}`} point={point} top={top} up />
        ))}
        {below.map((point) => (
          <Mark key={`${point.label} ${point.day}`} point={point} top={top} />
        ))}
        <span className={styles['todayStem']} style={{ top: top - STEM, left: `${now * 100}%` }} />
        <span
          className={styles['today']}
          title={formatDay(today)}
          style={{ top: top + STEM, left: Math.min(Math.max(now * width, 38), Math.max(38, width - 38)) }}
        >
          aujourd’hui
        </span>
      </div>
    </div>
  );
}

function Mark({ point, top, up = false }: { point: PlacedPoint; top: number; up?: boolean }) {
  const { shape, filled, tone, label, detail, level, anchor, x } = point;
  const at = { start: 0, middle: `${x * 100}%`, end: '100%' }[anchor];
  const length = STEM + level * LEVEL + (up ? 0 : TODAY);
  return (
    <>
      <span
        className={classes(styles['stem'], styles[tone])}
        style={{ left: `${x * 100}%`, height: length, top: up ? top - length : top }}
      />
      <span
        className={classes(styles[shape], styles[tone], filled && styles['filled'])}
        style={{ left: `${x * 100}%`, top }}
      />
      <span
        className={classes(styles['label'], styles[anchor], styles[tone])}
        style={{ left: at, top: up ? top - length - LEVEL + 2 : top + length }}
      >
        <b>{label}</b>
        <span>{detail}</span>
      </span>
    </>
  );
}
