import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";

interface EndButtonProps {
  label: string;
  icon: ReactElement;
  onClick: () => void;
  /** Reached with the Tab key; where a key does the same from the input, it is not. */
  tabbable?: boolean;
}

/** A small button at the end of an input; pressing it leaves the focus in the input. */
export function EndButton({ label, icon, onClick, tabbable }: EndButtonProps) {
  return (
    <Button
      appearance="transparent"
      size="small"
      icon={icon}
      aria-label={label}
      title={label}
      tabIndex={tabbable ? 0 : -1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    />
  );
}
