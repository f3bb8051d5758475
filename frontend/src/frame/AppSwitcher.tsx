import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import type { schema } from "../api";
import { useModel } from "../model";
import { Icon } from "../ui";
import { useCatalogue } from "./catalogue";
import { usePlace } from "./place";
import { useLayout } from "./preferences";
import { useBegin } from "./start";

/** The product, the app whose navigation is shown, and the way to the other apps. */
export function AppSwitcher() {
  const { apps } = useModel();
  const { app } = usePlace();
  const { open } = useCatalogue();
  const [, remember] = useLayout("app", "");
  if (!open) return <span className="product">Cadastre</span>;
  return (
    <Menu
      checkedValues={{ app: [app.key] }}
      onCheckedValueChange={(_, { checkedItems }) => checkedItems[0] && remember(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<Icon name="waffle" />} title="Show another app">
          <span className="product">Cadastre</span>
          <span className="app-name ellipsis">{app.app}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {apps.map((each) => (
            <AppItem key={each.key} app={each} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function AppItem({ app }: { app: schema.App }) {
  const begin = useBegin(app);
  return (
    <MenuItemRadio name="app" value={app.key} onClick={begin}>
      {app.app}
    </MenuItemRadio>
  );
}
