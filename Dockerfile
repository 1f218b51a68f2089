# The server with the GraphQL IDE. Build: docker build -t graphapi .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/Server --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_HTTP_PORTS=5000 GRAPHAPI_DataDirectory=/data
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
EXPOSE 5000
ENTRYPOINT ["dotnet", "GraphApi.Server.dll"]
