/** Settings under which rows are written and read: what a text means may not hang on the settings of a server. */
export const ROW_FORMAT =
  "SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC'; SET extra_float_digits = 1; SET bytea_output = 'hex'";
