import { Avatar } from '../basics/monogram.tsx';
import { KeyCap } from '../basics/key-cap.tsx';
import { Tag } from '../basics/tag.tsx';
import styles from './command-palette.module.css';
import { Highlight } from './highlight.tsx';
import type { PaletteItem } from './palette-model.ts';

interface PaletteLineProps {
  id: string;
  item: PaletteItem;
  typed: string;
  chosen: boolean;
  onPoint: () => void;
  onRun: () => void;
}

/** One result. Focus stays in the field: the line is pointed at by `aria-activedescendant`. */
export function PaletteLine({ id, item, typed, chosen, onPoint, onRun }: PaletteLineProps) {
  const Drawing = item.icon;
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className={styles['line']}
      // Moving, not entering: a list that changes under a still pointer must not change the choice.
      onMouseMove={chosen ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <span className={styles['mark']}>
        {item.initials ? (
          <Avatar initials={item.initials} />
        ) : (
          Drawing && <Drawing size={18} stroke={1.6} aria-hidden="true" />
        )}
      </span>
      <span className={styles['words']}>
        <span className={styles['title']}>
          <Highlight text={item.title} typed={typed} />
        </span>
        {item.detail && <span className={styles['detail']}>{item.detail}</span>}
      </span>
      {item.tag && <Tag tone={item.tag.tone}>{item.tag.label}</Tag>}
      {item.keyCap && <KeyCap>{item.keyCap}</KeyCap>}
    </div>
  );
}
