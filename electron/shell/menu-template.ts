import type { MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  openWindow(): void;
  lock(): void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

function view(development: boolean): MenuItemConstructorOptions[] {
  const zoom: MenuItemConstructorOptions[] = [
    { role: 'resetZoom', label: 'Taille réelle' },
    { role: 'zoomIn', label: 'Agrandir' },
    { role: 'zoomOut', label: 'Réduire' },
    separator,
    { role: 'togglefullscreen', label: 'Plein écran' },
  ];
  if (!development) return zoom;
  return [
    ...zoom,
    separator,
    { role: 'reload', label: 'Recharger' },
    { role: 'toggleDevTools', label: 'Outils de développement' },
  ];
}

/** The French menu bar, as data. The application's own actions live in its palette; here are the system's. */
export function menuTemplate(actions: MenuActions, development: boolean): MenuItemConstructorOptions[] {
  return [
    {
      label: 'Fichier',
      submenu: [
        { label: 'Nouvelle fenêtre', click: () => actions.openWindow() },
        { label: 'Verrouiller le poste', click: () => actions.lock() },
        separator,
        { role: 'close', label: 'Fermer la fenêtre' },
        { role: 'quit', label: 'Quitter Prélude' },
      ],
    },
    {
      label: 'Édition',
      submenu: [
        { role: 'undo', label: 'Annuler la frappe' },
        { role: 'redo', label: 'Rétablir la frappe' },
        separator,
        { role: 'cut', label: 'Couper' },
        { role: 'copy', label: 'Copier' },
        { role: 'paste', label: 'Coller' },
        { role: 'selectAll', label: 'Tout sélectionner' },
      ],
    },
    { label: 'Affichage', submenu: view(development) },
    {
      label: 'Fenêtre',
      submenu: [
        { role: 'minimize', label: 'Réduire dans la barre' },
        { role: 'front', label: 'Tout ramener au premier plan' },
      ],
    },
  ];
}
