using GraphApi.Server.Commands;

return await CommandLine.RunAsync(args);
