import { Button, DrawerHeaderTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { PropsWithChildren } from "react";

/** The title of a panel at the side, with the button that closes it. */
export function DrawerTitle({ children, onClose }: PropsWithChildren<{ onClose(): void }>) {
  const close = (
    <Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} onClick={onClose} />
  );
  return <DrawerHeaderTitle action={close}>{children}</DrawerHeaderTitle>;
}
