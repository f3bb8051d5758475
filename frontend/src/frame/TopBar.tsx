import { Button, Tooltip } from "@fluentui/react-components";
import { keysText, registry, useAllCommands } from "../commands";
import { Icon } from "../ui";
import { AppSwitcher } from "./AppSwitcher";
import { CatalogueMenu } from "./CatalogueMenu";
import { CreateMenu } from "./CreateMenu";
import { useCatalogue } from "./catalogue";
import { useGo } from "./go";
import { SearchBox } from "./SearchBox";
import { StepButtons } from "./StepButtons";
import "./top-bar.css";

/** The bar across the window: where I am, find, undo, create, help. */
export function TopBar() {
  const { open } = useCatalogue();
  return (
    <header id="top-bar" className="top-bar">
      <AppSwitcher />
      <CatalogueMenu />
      <SearchBox />
      <div className="top-bar-end">
        {open && <StepButtons />}
        {open && <CreateMenu />}
        <CommandIcon id="help" />
        <CommandIcon id="go.settings" />
        <Who />
      </div>
    </header>
  );
}

function CommandIcon({ id }: { id: string }) {
  const command = useAllCommands().find((c) => c.id === id);
  if (!command) return null;
  const { label, keys } = command;
  return (
    <Tooltip content={keys ? `${label} (${keysText(keys)})` : label} relationship="description">
      <Button
        appearance="subtle"
        aria-label={label}
        icon={<Icon name={command.icon ?? "help"} />}
        onClick={() => registry.run(id)}
      />
    </Tooltip>
  );
}

function Who() {
  const { who } = useCatalogue();
  const go = useGo();
  return (
    <Tooltip content={`Changes are noted as made by ${who}`} relationship="description">
      <Button
        appearance="subtle"
        aria-label={`You are ${who}`}
        icon={<Icon name="person" />}
        onClick={go.settings}
      />
    </Tooltip>
  );
}
