import { createTheme } from '@mantine/core';

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
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
  },
});
