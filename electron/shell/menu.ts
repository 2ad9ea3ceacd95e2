import { Menu } from 'electron';
import { menuTemplate, type MenuActions } from './menu-template.ts';

/** Puts the French menu bar in place. */
export function setMenu(actions: MenuActions, development: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions, development)));
}
