import { BrowserWindow, ipcMain, MessageChannelMain, type MessagePortMain, type Session } from 'electron';
import { APP_ORIGIN, isAppAddress } from './app-address.ts';
import { guardNavigation } from './navigation-guard.ts';

interface WindowOptions {
  readonly session: Session;
  readonly preload: string;
  readonly development: boolean;
}

/** Channels between the window and `preload.ts`, which cannot import them. */
const CONNECT = 'prelude:connect';
const PORT = 'prelude:port';

/** Opens a window of the application: isolated, sandboxed, shown once drawn. */
export function openWindow({ session, preload, development }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Prélude',
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    webPreferences: {
      preload,
      session,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: development,
    },
  });
  guardNavigation(window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

/** Brings the application forward when a second one was asked for. */
export function showExisting(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/**
 * Gives each page one port to the core, when it asks for it: at its first drawing and at each reload, the former port
 * being closed then. Only the main frame of the application is answered.
 */
export function connectWindows(connect: (port: MessagePortMain) => void): void {
  const open = new Map<number, MessagePortMain>();
  ipcMain.on(CONNECT, ({ sender, senderFrame }) => {
    if (senderFrame === null || senderFrame !== sender.mainFrame || !isAppAddress(senderFrame.url)) return;
    const { port1, port2 } = new MessageChannelMain();
    open.get(sender.id)?.close();
    if (!open.has(sender.id)) {
      sender.once('destroyed', () => {
        open.get(sender.id)?.close();
        open.delete(sender.id);
      });
    }
    open.set(sender.id, port1);
    connect(port1);
    sender.postMessage(PORT, null, [port2]);
  });
}
