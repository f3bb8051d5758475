import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { useModel } from "../model";
import { Icon } from "../ui";
import { useCatalogue } from "./catalogue";
import { useGo } from "./go";
import { firstTable, usePlace } from "./place";
import { useLayout } from "./preferences";

/** The product, the app whose navigation is shown, and the way to the other apps. */
export function AppSwitcher() {
  const { apps } = useModel();
  const { app } = usePlace();
  const { open } = useCatalogue();
  const enter = useEnterApp();
  if (!open) return <span className="product">Cadastre</span>;
  return (
    <Menu
      checkedValues={{ app: [app.key] }}
      onCheckedValueChange={(_, { checkedItems }) => checkedItems[0] && enter(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<Icon name="waffle" />} title="Show another app">
          <span className="product">Cadastre</span>
          <span className="app-name ellipsis">{app.app}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {apps.map(({ key, app: label }) => (
            <MenuItemRadio key={key} name="app" value={key}>
              {label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function useEnterApp(): (key: string) => void {
  const model = useModel();
  const [, remember] = useLayout("app", "");
  const go = useGo();
  return (key) => {
    const app = model.app(key);
    remember(app.key);
    const table = firstTable(app);
    if (table) go.list(table, {}, app.key);
  };
}
