import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useFieldHost } from "../host";
import type { InputProps } from "../types";
import { EndButton } from "./EndButton";
import { LineInput } from "./LineInput";

interface AddressInputProps extends InputProps {
  inputMode: "url" | "email";
  /** The address to open for the value, "" when it is none. */
  addressOf: (value: string) => string;
  /** What opening does, for the button's name. */
  action: string;
}

/** A line that holds an address which can be opened outside the program. */
export function AddressInput({ addressOf, action, ...props }: AddressInputProps) {
  const { openLink } = useFieldHost();
  const address = addressOf(String(props.value ?? ""));
  const open = address && openLink && !props.compact && (
    <EndButton label={action} icon={<OpenRegular />} onClick={() => openLink(address)} tabbable />
  );
  return <LineInput {...props} ends={open || undefined} />;
}
