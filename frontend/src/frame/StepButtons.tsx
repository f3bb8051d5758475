import {
  Button,
  Menu,
  MenuDivider,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import { CommandItem, useRefusal } from "../commands";
import { Icon } from "../ui";
import { stepLabel, useSteps } from "./steps";

/** Undo and redo with what they will do written on them. */
export function StepButtons() {
  const { undo, redo, busy, runUndo, runRedo } = useSteps();
  const refusal = useRefusal();
  return (
    <div className="step-buttons">
      <StepButton
        label={refusal || stepLabel("Undo", undo)}
        icon="undo"
        ready={(!!undo || busy) && !refusal}
        run={runUndo}
      />
      <StepButton
        label={refusal || stepLabel("Redo", redo)}
        icon="redo"
        ready={(!!redo || busy) && !refusal}
        run={runRedo}
      />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            className="narrow"
            aria-label="What undo and redo would do"
            icon={<Icon name="down" size={16} />}
          />
        </MenuTrigger>
        <MenuPopover className="steps-menu">
          <MenuList>
            <CommandItem id="undo" />
            <CommandItem id="redo" />
            <MenuDivider />
            <CommandItem id="go.history" />
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

interface Props {
  label: string;
  icon: "undo" | "redo";
  ready: boolean;
  run(): void;
}

function StepButton({ label, icon, ready, run }: Props) {
  return (
    <Tooltip content={label} relationship="label">
      <Button
        appearance="subtle"
        icon={<Icon name={icon} />}
        disabledFocusable={!ready}
        onClick={() => ready && run()}
      />
    </Tooltip>
  );
}
