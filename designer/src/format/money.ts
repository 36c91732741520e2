/** Yuan with two decimals at most, grouped; nothing for no amount. */
export const formatMoney = (amount: number | null | undefined, language: string): string =>
  amount === undefined || amount === null
    ? ""
    : new Intl.NumberFormat(language, {
        style: "currency",
        currency: "CNY",
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: 0,
      }).format(amount);
