import './fonts.css';
import './tokens.css';
import './base.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/VisuallyHidden.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Tooltip.layer.css';
import './mantine.css';
import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { useLayoutEffect, type ReactNode } from 'react';
import { mantineTheme } from './mantine-theme.ts';

export type ThemeChoice = 'auto' | 'light' | 'dark';
export type Density = 'dense' | 'confort' | 'tactile';

interface UiProviderProps {
  /** `auto` follows the system; a person may force one theme. */
  theme?: ThemeChoice;
  density?: Density;
  children: ReactNode;
}

/** Puts tokens, fonts and Mantine around the interface. Nothing is written to the browser's storage. */
export function UiProvider({ theme = 'auto', density = 'dense', children }: UiProviderProps) {
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  useLayoutEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  return (
    <MantineProvider
      theme={mantineTheme}
      forceColorScheme={theme === 'auto' ? system : theme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
