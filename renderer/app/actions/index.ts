export type { Action, PlacedAction } from './action.ts';
export { availableActions, useActionRegistry } from './action-registry.ts';
export { KeyHelp } from './key-help.tsx';
export { ariaKeys, keyCapOf } from './key-strokes.ts';
export { actionGroups } from './palette-actions.ts';
export { useActionKeys, useActions } from './use-actions.ts';
