/// <reference types="vite/client" />

/** What the desktop host exposes to the page, and nothing more. */
interface Window {
  readonly prelude?: { readonly host: 'electron'; readonly connect: () => void };
}
