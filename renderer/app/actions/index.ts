export type { PlacedAction } from './action.ts';
export { availableActions, useActionRegistry } from './action-registry.ts';
export { KeyHelp } from './key-help.tsx';
export { keyCapOf } from './key-strokes.ts';
export { actionGroups } from './palette-actions.ts';
export { useActionKeys, useActions } from './use-actions.ts';
