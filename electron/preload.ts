// The only code between the page and Electron: hands over the port, exposes a frozen list of abilities.
import { contextBridge, ipcRenderer } from 'electron';

declare const window: { postMessage(message: unknown, origin: string, ports: readonly unknown[]): void };

const PAGE = 'app://prelude';

ipcRenderer.on('prelude:port', (event) => {
  window.postMessage('prelude:port', PAGE, event.ports);
});

contextBridge.exposeInMainWorld(
  'prelude',
  Object.freeze({
    host: 'electron',
    /** Asks for a port to the core; it arrives as a `message` event whose data is `prelude:port`. */
    connect: () => ipcRenderer.send('prelude:connect'),
  }),
);
