import { Text } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Icon } from "./Icon";
import type { IconName } from "./icons";

interface Props {
  icon: IconName | (string & {});
  title: string;
  /** Why it is empty. */
  text?: ReactNode;
  /** The next step: one or two buttons. */
  actions?: ReactNode;
}

/** Says why there is nothing here, and what to do next. */
export function EmptyState({ icon, title, text, actions }: Props) {
  return (
    <div className="empty-state">
      <Icon name={icon} size={32} className="empty-state-icon" />
      <Text as="h2" weight="semibold" size={400}>
        {title}
      </Text>
      {text && <div className="empty-state-text">{text}</div>}
      {actions && <div className="row">{actions}</div>}
    </div>
  );
}
