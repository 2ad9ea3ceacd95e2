import { useAidAddress } from '../address.ts';

interface Closing {
  discard: () => void;
  refuse: (error: unknown) => void;
}

/** What a form does once the core has answered: forget what was typed and close, or say why under the fields. */
export function useSaved(form: Closing) {
  const { close } = useAidAddress();
  return {
    close,
    onDone: () => {
      form.discard();
      close();
    },
    onRefused: (error: unknown) => form.refuse(error),
  };
}
