export function WelcomePage() {
  return <h1>Cadastre</h1>;
}
