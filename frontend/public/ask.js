// Asks for what every page needs, before the page's own code has been read: whoever calls first is given that answer.
{
  const early = (service, method, ...args) => {
    const call = service[method];
    const answer = call(...args);
    answer.catch(() => {}); // whoever calls is told
    service[method] = () => {
      service[method] = call;
      return answer;
    };
  };
  const { Catalogue, Model, Preferences, Views } = window.go.api;
  early(Preferences, "Get");
  early(Model, "Get");
  early(Catalogue, "State");
  early(Views, "List", "");
}
