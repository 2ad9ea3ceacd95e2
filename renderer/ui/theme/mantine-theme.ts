import { createTheme } from '@mantine/core';

/** What floats is drawn within the page's landmark: at the end of the body, it would belong to no region. */
const floatsIn = { target: 'main' } as const;

/**
 * Defaults of the few Mantine components we keep for their behaviour. Colours and sizes are in `tokens.css`.
 * Motion: fades of 120 ms at most, none under "reduce motion".
 */
export const mantineTheme = createTheme({
  fontFamily: 'var(--font)',
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'sm',
  components: {
    // The window never scrolls (panes do), and locking it would inject a <style> element.
    Modal: { defaultProps: { lockScroll: false, transitionProps: { transition: 'fade', duration: 100 } } },
    // Without the set's own placeholder, which is no entry of a menu: the first entry takes the focus.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 0 },
        shadow: 'md',
        portalProps: floatsIn,
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md', portalProps: floatsIn } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 }, portalProps: floatsIn } },
  },
});
