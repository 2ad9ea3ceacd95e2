import type { Session, WebContents } from 'electron';
import { isAppAddress } from './app-address.ts';

/** Requests the window may make: the application's files and what it builds in memory. */
export function isAllowedRequest(address: string, development: boolean): boolean {
  if (isAppAddress(address)) return true;
  if (address.startsWith('blob:')) return isAppAddress(address.slice('blob:'.length));
  if (address.startsWith('data:')) return true;
  return development && address.startsWith('devtools://');
}

/** The window never leaves the application, never opens another page, never embeds one. */
export function guardNavigation(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** No request leaves for the network; a download is a file the application itself made. */
export function guardRequests(session: Session, development: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url, development) });
  });
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:') || !isAllowedRequest(item.getURL(), false)) event.preventDefault();
  });
}
